-- TIME001 error: An event that happens once in a part has one date
-- why: the status of the part hangs on that date; two of them give two answers
-- mend: rank them (`preferred`, or `deprecated` with `against` and `rank_reason`), or name the
--   parts that took effect on different days
with once as (
    select * from events
    where (rank is null or rank <> 'deprecated')
        and type in (
            select term from constraints
            where vocabulary = 'EventType' and aspect = 'occurs' and admits = 'once'
        )
)
select one.record, one.path || '/date' as path, format(
    '{} is dated {}, and {} at {}; {} happens once',
    one.type, one.date, other.date, other.path, one.type
    || coalesce(' in part ' || one.part, '')
) as message
from once as one join once as other
    on one.record = other.record
    and one.type = other.type
    and one.part is not distinct from other.part
    and one.date <> other.date
    and one.path < other.path
where coalesce(one.rank, 'normal') <> 'preferred' and coalesce(other.rank, 'normal') <> 'preferred'
-- One finding a claim is enough to find them all.
qualify row_number() over (partition by one.claim order by other.path) = 1
