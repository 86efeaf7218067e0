-- TIME005 warning: A scheduled day that has passed is confirmed by a later source
-- why: schedules slip; until somebody writes that it happened, the status is a guess from a plan
-- mend: cite a source from after that day that shows what happened, or record what happened
--   instead
select record, '/parts/' || part as path, format(
    'part {} is {} since {} by a schedule that no later source confirms',
    part, status, status_since
) as message
from parts
where status_basis = 'scheduled'
union all
select record, '/events', format(
    '{} since {} by a schedule that no later source confirms', status, status_since
)
from records
where status_basis = 'scheduled'
    and record not in (select record from parts where status_basis = 'scheduled')
