-- NUM008 warning: A sum of money of a past year can be given in US dollars
-- why: sums in different currencies are compared in dollars at a yearly average rate
-- mend: give the sum its day or year in `as_of`, or add the currency and year to
--   data/reference/exchange-rates.csv from a source that it names
with sums as (
    select quantities.record, path, unit, year(coalesce(as_of_first, first_day)) as in_year,
        coalesce(value_usd, low_usd, high_usd) as usd
    from quantities join records on records.record = quantities.record
    where unit in (select code from registries where register = 'iso-4217') and unit <> 'USD'
)
select record, path, format(
    'no exchange rate for {} {}', unit, coalesce('in ' || in_year, 'without a date')
) as message
from sums
where usd is null
    -- The average of a year is known when the year is over.
    and coalesce(in_year, 0) < (select year(max(greatest(added, reviewed))) from records)
