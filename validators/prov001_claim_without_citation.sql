-- PROV001 error: Every claim rests on a citation
-- why: a number, date or name without its source cannot be checked, and nobody should use it
-- mend: cite the passage that states it (`cites: [a]`), or leave the claim out
with claims as (
    select claim, record, '' as path from records where claim is not null
    union all select claim, record, path from names
    union all select claim, record, path from participants
    union all select claim, record, path from scope
    union all select claim, record, path from events
    union all select claim, record, path from quantities
    union all select claim, record, path from findings_in_words
    union all select claim, record, path from "references"
    union all select claim, record, path from links
)
select record, nullif(path, '') as path, case path
    when '' then 'name, kind, summary, domains and jurisdictions rest on no citation'
    else path || ' rests on no citation'
end as message
from claims
where claim not in (select claim from cites where stance = 'for')
