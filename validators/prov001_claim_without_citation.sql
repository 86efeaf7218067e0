-- PROV001 error: Every claim rests on a citation
-- why: a number, date or name without its source cannot be checked, and nobody should use it
-- mend: cite the passage that states it (`cites: [a]`), or leave the claim out
select record, path, coalesce(
    path || ' rests on no citation',
    'name, kind, summary, domains and jurisdictions rest on no citation'
) as message
from claims
where claim not in (select claim from cites where stance = 'for')
