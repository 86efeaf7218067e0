-- PROV009 error: A deprecated claim names the passage that overtakes it, and the reason
-- why: deprecating is a judgement; without its grounds it is censorship
-- mend: name in `against` the citation that refutes or overtakes the claim, and say why in
--   `rank_reason`
with claims as (
    select claim, record, path, rank, rank_reason, dispute from names
    union all select claim, record, path, rank, rank_reason, dispute from participants
    union all select claim, record, path, rank, rank_reason, dispute from scope
    union all select claim, record, path, rank, rank_reason, dispute from events
    union all select claim, record, path, rank, rank_reason, dispute from quantities
    union all select claim, record, path, rank, rank_reason, dispute from findings_in_words
    union all select claim, record, path, rank, rank_reason, dispute from "references"
    union all select claim, record, path, rank, rank_reason, dispute from links
)
select record, path || '/rank' as path, format(
    'deprecated without {}',
    case
        when rank_reason is not null then '`against`'
        when claim in (select claim from cites where stance = 'against') then '`rank_reason`'
        else '`against` and `rank_reason`'
    end
) as message
from claims
where rank = 'deprecated'
    and (
        rank_reason is null
        or claim not in (select claim from cites where stance = 'against')
    )
