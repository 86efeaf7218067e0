-- SCOPE002 error: A restriction whose act is public names its issuer
-- why: who can read the act can read who issued it; restrictions are counted by issuer
-- mend: add the authority as a participant with the role issuer, or say in `document` that the
--   act cannot be read
select record, '/document' as path,
    'the act is public, but no participant is its issuer' as message
from records
where record_type = 'restriction' and document = 'public'
    and record not in (select record from participants where role = 'issuer')
    -- A bill or draft has a proposer; an issuer it has once it is adopted.
    and not (
        record in (select record from participants where role = 'proposer')
        and record not in (
            select record from events where type in ('announced', 'adopted', 'effective')
        )
    )
