-- NUM003 error: The figure as the source writes it computes to the value
-- why: 亿 is a hundred million and 万 ten thousand; a slip of scale is the commonest error in
--   sums from Chinese texts
-- mend: compute the value again from `stated`, or copy `stated` from the passage as it is
select record, path || '/stated' as path, format(
    '{} does not compute to {}', stated,
    coalesce(
        format('{:.15g}', value),
        format(
            '{} to {}',
            coalesce(format('{:.15g}', low), '…'), coalesce(format('{:.15g}', high), '…')
        )
    ) || ' ' || unit
) as message
from quantities
where not stated_agrees
