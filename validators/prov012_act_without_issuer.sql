-- PROV012 warning: A passage cited as the act itself comes from a source with an issuer
-- why: an act proves itself only in its author's own text; without `issued_by` the evidence is
--   graded as somebody's report
-- mend: name the issuer in the source's `issued_by`, name the original in `copy_of` or
--   `translation_of`, or cite with the basis `relay`
with recursive originals as (
    select record as source, record as original, 0 as steps from sources
    union
    select source, upstream.original, steps + 1
    from originals join (
        select record, copy_of as original from sources where copy_of is not null
        union all
        select record, translation_of from sources where translation_of is not null
    ) as upstream on upstream.record = originals.original
    where steps < 6
)
select record, '/citations/' || citation || '/basis' as path, format(
    '{} is cited as the act itself, and nobody is named as its issuer', source
) as message
from citations
where basis = 'act'
    and source in (select record from sources)
    and source not in (
        select source from originals join issuers on issuers.record = originals.original
    )
