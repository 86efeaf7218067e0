-- NUM002 error: A percentage lies within its range
-- why: a share above 100 or below 0 is a slip of the decimal mark, or another measure
-- mend: correct the value; for a change or a multiple take growth_rate, multiple or
--   relative_level
with ranges as (
    select measure, if(measure = 'growth_rate', -100, 0) as least,
        if(measure = 'benchmark_score', 100, most) as most
    from measures
),
numbers as (
    select record, path || '/value' as path, measure, value as number
    from quantities where unit = 'percent'
    union all select record, path || '/low', measure, low from quantities where unit = 'percent'
    union all select record, path || '/high', measure, high from quantities where unit = 'percent'
)
select record, path, format(
    '{} of {:.15g} percent is outside {:.15g} to {:.15g}', measure, number, least::double, most
) as message
from numbers join ranges using (measure)
where number not between least and most
