-- PROV004 error: Every source is cited
-- why: a source without a citation shows a claim that was forgotten, and lengthens the list of
--   sources for nothing
-- mend: cite it from the record it was read for, or remove the file
with used as (
    select source from citations
    union all select source from rates
    union all select source from deflators
    union all select derived_from from derivations
    union all select copy_of from sources where copy_of is not null
    union all select translation_of from sources where translation_of is not null
)
select record, null as path, format('{} is cited nowhere', record) as message
from sources
where record not in (from used) and not exists (from unread)
