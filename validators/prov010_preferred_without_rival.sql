-- PROV010 warning: A preferred claim has a rival, and a reason for the preference
-- why: preference without a rival says nothing, and without a reason it cannot be judged
-- mend: record the rival claim beside it and say why it is weaker in `rank_reason`, or drop
--   the rank
with claims as (
    select claim, record, path, rank, rank_reason, dispute from names
    union all select claim, record, path, rank, rank_reason, dispute from participants
    union all select claim, record, path, rank, rank_reason, dispute from scope
    union all select claim, record, path, rank, rank_reason, dispute from events
    union all select claim, record, path, rank, rank_reason, dispute from quantities
    union all select claim, record, path, rank, rank_reason, dispute from findings_in_words
    union all select claim, record, path, rank, rank_reason, dispute from "references"
    union all select claim, record, path, rank, rank_reason, dispute from links
),
-- Only of quantities is it computed which are rivals; elsewhere, any neighbour may be one.
rivalled as (
    select *, if(
        path like '/quantities/%' or path like '/milestones/%' or path like '/outcomes/%',
        dispute <> 'none',
        count(*) over (partition by record, split_part(path, '/', 2)) > 1
    ) as has_rival
    from claims
)
select record, path || '/rank' as path, format(
    'preferred without {}',
    case
        when rank_reason is not null then 'a rival'
        when has_rival then '`rank_reason`'
        else 'a rival and without `rank_reason`'
    end
) as message
from rivalled
where rank = 'preferred' and not (has_rival and rank_reason is not null)
