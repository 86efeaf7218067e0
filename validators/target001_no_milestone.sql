-- TARGET001 error: A target has a milestone
-- why: a goal without a value and a deadline cannot be met or missed
-- mend: add the milestone that the source states; a goal without any belongs to the initiative
--   that states it, in words
select record, null as path, 'no milestone says what is to be reached, and when' as message
from targets
where record not in (select record from quantities where purpose = 'milestones')
