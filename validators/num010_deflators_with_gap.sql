-- NUM010 error: The deflators of a currency leave no year out
-- why: prices of one year are reached from another by the changes of every year between them
-- mend: add the missing years to data/reference/gdp-deflators.csv from a source that it names, or
--   remove the years before the gap
with steps as (
    select currency, year, lag(year) over (partition by currency order by year) as before
    from deflators
)
select null as record, null as path, format(
    'the deflators of {} jump from {} to {}', currency, before, year
) as message
from steps
where year > before + 1
