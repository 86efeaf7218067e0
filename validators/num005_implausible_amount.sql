-- NUM005 error: An amount is of a plausible size
-- why: beyond the largest size that its measure can have, a number is a slip of scale or unit
-- mend: check unit and scale against the passage (亿 is 100 million, 万亿 a trillion); if the
--   number is right, raise `most` of the measure in its vocabulary
with numbers as (
    select record, path || '/value' as path, measure, unit, value as number from quantities
    union all select record, path || '/low', measure, unit, low from quantities
    union all select record, path || '/high', measure, unit, high from quantities
)
select record, path, format('{} of {:.15g} {} {}', measure, number, unit, case
    when number > most then format('is more than {:.15g}, the most that is plausible', most)
    else 'is negative'
end) as message
from numbers join measures using (measure)
where unit <> 'percent' and (number > most or (number < 0 and nature <> 'rate'))
