-- TARGET002 error: A milestone is due after its target was set
-- why: a deadline that had passed on the day it was set is a wrong year
-- mend: correct `due`, or the date of the event that set the target
with first_set as (
    select record, min(date_first) as day, arg_min(date, date_first) as date
    from events
    where rank is null or rank <> 'deprecated'
    group by record
)
select record, path || '/due' as path,
    format('due {}, before the target was set on {}', due, first_set.date) as message
from quantities join first_set using (record)
where purpose = 'milestones' and due_last < day
