-- SCOPE003 warning: No more parties are named as listed than the act lists
-- why: more names than the count means a wrong count, one party under two names, or a party of
--   another round
-- mend: correct the count in parties_listed, merge the doubles, or move the party to its round
with named as (
    select record, count(distinct coalesce(party, lower(name))) as named
    from participants
    where role = 'listed' and (rank is null or rank <> 'deprecated')
    group by record
),
counts as (
    select record, part, path, coalesce(value, high) as most,
        coalesce(qualifier in ('at_least', 'more_than', 'about'), false) or most is null as open
    from quantities
    where measure = 'parties_listed' and (rank is null or rank <> 'deprecated')
),
counted as (
    select record, min(path) as path, bool_or(open) as open, coalesce(
        max(most) filter (part is null), sum(most)
    ) as most
    from counts
    group by record
)
select record, path, format(
    '{} parties are named as listed, but the act lists {:.15g}', named, most
) as message
from named join counted using (record)
where not open and named > most
