-- NUM004 error: The shares that parties of one role hold do not exceed 100 percent
-- why: more than the whole means a share of another day, of another vehicle, or a slip
-- mend: correct the shares, give them the day they hold for in `as_of`, or name the part
with roles as (
    select record, party, min(role) as role
    from participants
    where party is not null and (rank is null or rank <> 'deprecated')
    group by record, party
),
held as (
    select quantities.record, part, as_of, coalesce(role, 'party') as role, party,
        coalesce(
            max(coalesce(value, low)) filter (quantities.rank = 'preferred'),
            min(coalesce(value, low))
        )::decimal(18, 6) as share,
        min(path) as path
    from quantities left join roles using (record, party)
    where measure = 'ownership_share' and party is not null
        and (quantities.rank is null or quantities.rank <> 'deprecated')
    group by all
)
-- Shares are published to two decimals, so each may be half a hundredth too large.
select record, min(path) as path, format(
    'the shares of {} {}s{} add up to {} percent', count(*), role,
    coalesce(' as of ' || as_of, ''), rtrim(rtrim(sum(share)::varchar, '0'), '.')
) as message
from held
group by record, part, as_of, role
having sum(share) > 100 + 0.005 * count(*)
