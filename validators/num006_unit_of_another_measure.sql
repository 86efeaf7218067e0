-- NUM006 error: A quantity has a unit of its measure
-- why: numbers of one measure are compared and summed, which takes units that are known
-- mend: take one of the measure's units, converting nothing by hand: if the source uses another
--   unit, add that to the measure in its vocabulary
with admitted as (
    select term as measure, list(admits order by admits) as units
    from constraints
    where vocabulary = 'Measure' and aspect = 'unit'
    group by term
)
select record, path || '/unit' as path, format(
    '{} is no unit of {}, which is measured in {}', unit, measure, array_to_string(units, ' or ')
) as message
from quantities join admitted using (measure)
where not list_contains(units, unit)
    -- What looks like a currency code is for CODE002 to judge.
    and not (list_contains(units, 'currency') and regexp_full_match(unit, '[A-Z]{3}'))
