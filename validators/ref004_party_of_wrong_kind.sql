-- REF004 error: A party is of a kind that can play its role
-- why: a firm does not issue an act and a fund does not administer one; who acted would be wrong
--   in every answer about issuers
-- mend: give the party the role it plays, name the authority that acted, or correct the
--   actor's kind
with limited as (
    select term as role, list(admits order by admits) as kinds
    from constraints
    where vocabulary = 'Role' and aspect = 'actor_kind'
    group by term
),
known as (
    select record, kind from actors
    -- An initiative can be a body, and bodies issue acts.
    union all select record, if(kind = 'organisation', null, kind) from initiatives
    union all select record, kind from funds
)
select participants.record, participants.path || '/party' as path, format(
    '{} is of the kind {} and cannot be {}; that takes one of: {}',
    party, known.kind, role, array_to_string(kinds, ', ')
) as message
from participants join limited using (role) join known on known.record = participants.party
where known.kind is not null
    and not (list_contains(kinds, known.kind) and participants.party like 'actor/%')
