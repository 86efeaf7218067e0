-- SCOPE005 error: A record says in a sentence what it is
-- why: a name and a kind do not tell a newcomer what the measure does
-- mend: write `summary` in your own words: what it does, to whom, by which means; not how it
--   ended
select record, null as path, 'the record has no summary' as message
from records
where summary is null
    and record_type in ('initiative', 'fund', 'target', 'restriction', 'observation')
