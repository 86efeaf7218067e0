-- SCOPE004 error: A restriction has a dated event
-- why: without a date it has no status on any day and no place in the order of moves
-- mend: add the day it was announced, adopted, published or took effect, as precisely as known
select record, null as path, 'no event says when this restriction came about' as message
from restrictions
where record not in (select record from events)
