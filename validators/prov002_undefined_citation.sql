-- PROV002 error: A label in `cites` or `against` names a citation of the same record
-- why: a claim that rests on a label without a passage rests on nothing
-- mend: correct the label, or add the citation under `citations`
select cites.record, coalesce(claims.path, '') || case stance when 'for' then '/cites/' else '/against/' end
    || alternative as path,
    format('citation {} is not defined in this record, which has {}', cites.citation, coalesce((
        select string_agg(known.citation, ', ' order by known.citation)
        from citations as known where known.record = cites.record
    ), 'none')) as message
from cites join claims using (claim)
anti join citations on citations.record = cites.record and citations.citation = cites.citation
