-- DUP006 error: A link does not repeat who an event names in `by`
-- why: that an act amends, suspends, replaces or ends another follows from the event; a link
--   beside it says the same twice, without the date
-- mend: drop the link and give its citations to the event
with doings as (
    select record, by_record, type, path from events
    where by_record is not null
        and type in (
            select term from constraints
            where vocabulary = 'EventType' and aspect = 'effect'
                and admits in ('ends', 'masks', 'resumes', 'extends')
            union all select unnest(['amended', 'corrected', 'clarified', 'reaffirmed'])
        )
),
-- What the doer's own link would repeat, seen from its side.
mirrored(rel, types) as (values
    ('tightens', ['amended', 'corrected', 'superseded']),
    ('succeeds', ['superseded', 'rescinded', 'expired', 'dissolved', 'withdrawn']),
    ('exempts_from', ['amended', 'suspended', 'not_enforced'])
)
select links.record, links.path, format(
    '{} {} repeats the event {} at {}{}', rel, to_record, type, doings.path,
    if(doings.record = links.record, '', ' of ' || doings.record)
) as message
from links join doings
    on (doings.record = links.record and doings.by_record = links.to_record
        and rel not in ('distinct_from', 'counterpart_of'))
    or (doings.record = links.to_record and doings.by_record = links.record
        and exists (
            from mirrored where mirrored.rel = links.rel and list_contains(types, doings.type)
        ))
