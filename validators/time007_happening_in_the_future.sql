-- TIME007 error: What can only be known afterwards is not dated after the release's own day
-- why: nobody can have published, granted or founded something tomorrow; a plan for it is an
--   announcement of today
-- mend: correct the date, bring `curation: {reviewed: …}` up to the day of your work, or record
--   the plan as announced or proposed on the day it was made known
with schedulable as (
    select term as type from constraints
    where vocabulary = 'EventType' and aspect = 'effect'
        and admits in ('ends', 'masks', 'resumes', 'extends')
    union all select unnest(['effective', 'reinstated', 'applies', 'amended', 'comments_closed'])
),
release as (select max(greatest(added, reviewed)) as day from records)
select record, path || '/date' as path,
    format('{} on {} lies after {}, the day of the latest review', type, date, day) as message
from events, release
where date_first > day and type not in (from schedulable)
