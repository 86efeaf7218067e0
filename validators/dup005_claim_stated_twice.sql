-- DUP005 error: A claim stands in its record once
-- why: one claim written twice is counted twice, and each half has half of the citations
-- mend: keep one and give it the citations of both
with stated as (
    select record, path, concat_ws(' ', rel, to_record) as content, part from links
    union all select record, path, concat_ws(' ', role, party, name), part from participants
    union all select record, path, concat_ws(' ', name_use, language, text), part from names
    union all select record, path, concat_ws(' ', scheme, number), part from "references"
    union all select record, path, concat_ws(' ', type, date, until, 'by ' || by_record), part
    from events
    union all select record, path, concat_ws(
        ' ', purpose, measure, stage, 'of ' || denominator, party, 'as of ' || as_of, 'due ' || due,
        all_of, qualifier, format('{:.15g}', value), 'from ' || format('{:.15g}', low),
        'to ' || format('{:.15g}', high), unit
    ), part from quantities
)
select other.record, other.path,
    format('{} is stated at {} already', other.content, one.path) as message
from stated as one join stated as other using (record, content)
where one.part is not distinct from other.part
    and split_part(one.path, '/', 2) = split_part(other.path, '/', 2)
    and split_part(one.path, '/', 3)::integer < split_part(other.path, '/', 3)::integer
-- One finding a claim is enough to find them all.
qualify row_number() over (partition by other.record, other.path order by one.path) = 1
