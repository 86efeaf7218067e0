-- PROV008 warning: Several sources cited for a claim are not one origin in several places
-- why: five reprints of one wire story are one witness; who cites them means to show more
-- mend: cite an origin of its own, or keep only the source nearest to the origin
with claims as (
    select claim, record, path, support from names
    union all select claim, record, path, support from participants
    union all select claim, record, path, support from scope
    union all select claim, record, path, support from events
    union all select claim, record, path, support from quantities
    union all select claim, record, path, support from findings_in_words
    union all select claim, record, path, support from "references"
    union all select claim, record, path, support from links
),
reprinted as (
    select record, path, string_agg(distinct source, ', ' order by source) as sources
    from claims join cites using (claim, record) join citations using (record, citation)
    where support = 'single' and stance = 'for' and basis <> 'denial'
    group by record, path
    having count(distinct source) > 1 and count(distinct alternative) > 1
)
select record, min(path) as path, format(
    '{} come to one origin{}', sources,
    if(count(*) > 1, format(' (so too for {} more claims)', count(*) - 1), '')
) as message
from reprinted
group by record, sources
