-- SCOPE006 warning: A listing says how many it lists, or whom
-- why: a listing is read for its parties; without a count or a name nobody can tell two rounds
--   apart
-- mend: add `parties_listed` (or `parties_removed`) as the text counts them, or the best-known
--   parties with the role listed
select record, null as path, 'no count and no name of a listed or removed party' as message
from restrictions
where kind = 'listing'
    and record not in (
        select record from participants where role in ('listed', 'exempted', 'bound')
        union all
        select record from quantities where measure in ('parties_listed', 'parties_removed')
        union all
        select record from scope where axis in ('end_user', 'person')
    )
