-- TIME002 error: What an event begins does not end before it begins
-- why: a span that ends before it starts covers no day, and the status computed from it is wrong
-- mend: correct `date` or `until`; `until` is the last day, inclusive
select record, path || '/until' as path,
    format('{} on {} runs until {}', type, date, until) as message
from events
where until_last < date_first
