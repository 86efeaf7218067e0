-- PROV013 error: A passage that denies a claim is not cited in its support
-- why: a denial carries nothing; the claim would look better supported than it is
-- mend: move the label from `cites` to `against`; if the claim is that somebody denied something,
--   the passage states it, and its basis is own, named_source or relay
select record, coalesce(claims.path, '') || '/cites/' || alternative as path,
    format('citation {} denies the claim and cannot support it', citation) as message
from cites join claims using (claim, record) join citations using (record, citation)
where stance = 'for' and basis = 'denial'
