-- CODE003 error: A language tag is a valid tag of BCP 47
-- why: readers choose names and sources by language; cn and jp are countries, not languages
-- mend: take the language's tag: en, zh-Hans, zh-Hant, ja, ko, de, nl, fr
with used as (
    select record, '/language' as path, language from sources
    union all select record, path || '/language', language from names
),
commonly_meant(language, meant) as (values
    ('cn', 'zh-Hans'), ('tw', 'zh-Hant'), ('jp', 'ja'), ('kr', 'ko'), ('dk', 'da'), ('gr', 'el')
)
select record, path, format(
    '{} is no language tag{}', language, coalesce('; did you mean ' || meant || '?', '')
) as message
from used left join commonly_meant using (language)
where language not in (select code from registries where register = 'bcp-47')
