-- PART001 error: A claim about a part names a part that the record defines
-- why: the claim would belong to nothing, and the part that is meant would lack it
-- mend: correct the part's key, or define the part under `parts`
with named as (
    select record, path, part from names
    union all select record, path, part from participants
    union all select record, path, part from scope
    union all select record, path, part from events
    union all select record, path, part from quantities
    union all select record, path, part from findings_in_words
    union all select record, path, part from "references"
    union all select record, path, part from links
)
select named.record, named.path || '/part' as path,
    format('part {} is not defined in this record, which has {}', named.part, coalesce((
        select string_agg(known.part, ', ' order by known.part)
        from parts as known where known.record = named.record
    ), 'no parts')) as message
from named anti join parts on parts.record = named.record and parts.part = named.part
where named.part is not null
