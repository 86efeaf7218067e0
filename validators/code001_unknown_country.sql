-- CODE001 error: A country code is in ISO 3166
-- why: codes join the dataset to every other; UK is GB, and no register knows EL
-- mend: take the code of ISO 3166-1 (CN, GB, TW, HK), of ISO 3166-2 for a subdivision (CN-44),
--   or EU for the European Union
with used as (
    select jurisdictions.record, '/jurisdictions' as path, jurisdiction as code
    from jurisdictions
    union all
    select codes.record, scope.path || if(excluded, '/except', '/codes'), code
    from codes join scope using (claim)
    where codes.system = 'iso-3166'
),
commonly_meant(code, meant) as (values
    ('UK', 'GB'), ('EL', 'GR'), ('JA', 'JP'), ('KO', 'KR'), ('RC', 'TW'), ('ROC', 'TW'),
    ('PRC', 'CN'), ('USA', 'US'), ('EUU', 'EU')
)
select record, path, format(
    '{} is no country code{}', code, coalesce('; did you mean ' || meant || '?', '')
) as message
from used left join commonly_meant using (code)
where code not in (select code from registries where register = 'iso-3166')
