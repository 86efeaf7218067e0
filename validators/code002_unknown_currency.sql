-- CODE002 error: A currency code is in ISO 4217
-- why: sums are converted by their code; RMB is CNY, and a mistyped code converts to nothing
-- mend: take the code of ISO 4217 (CNY, USD, EUR, JPY, KRW, TWD), or CNH for the offshore renminbi
with used as (
    select record, path || '/unit' as path, unit as code
    from quantities
    where regexp_full_match(unit, '[A-Z]{3}')
        and measure in (
            select term from constraints
            where vocabulary = 'Measure' and aspect = 'unit' and admits = 'currency'
        )
    union all
    select distinct null, 'exchange-rates', currency from rates
    union all
    select distinct null, 'gdp-deflators', currency from deflators
),
commonly_meant(code, meant) as (values
    ('RMB', 'CNY'), ('YUA', 'CNY'), ('NTD', 'TWD'), ('YEN', 'JPY'), ('STG', 'GBP'), ('UKP', 'GBP'),
    ('USA', 'USD'), ('EUD', 'EUR')
)
select record, if(record is null, null, path) as path, format(
    '{} is no currency code{}{}', code, coalesce('; did you mean ' || meant || '?', ''),
    if(record is null, format(' (in data/reference/{}.csv)', path), '')
) as message
from used left join commonly_meant using (code)
where code not in (select code from registries where register = 'iso-4217')
