-- TIME009 warning: A restriction says how far it has come
-- why: publication, reports and openings alone say nothing of whether it was decided or operates
-- mend: add the event proposed, announced, adopted or effective, from the passage that states it
select record, '/events' as path,
    'its events say what happened, but not that it was proposed, announced, adopted or in force'
        as message
from records
where record_type = 'restriction'
    and status = 'unknown'
    and kind <> 'inquiry'
    and record in (select record from events)
