-- SCOPE001 error: A restriction says whom it binds or where it bites
-- why: without destination, origin, person, end user, sector or party nobody can tell whom the
--   measure hits
-- mend: add a scope item on one of these axes, or a participant who is bound, listed, affected,
--   exempted or the subject of the inquiry
select record, null as path, format(
    'no scope item names a destination, origin, person, end user, seat or sector, and no '
    || 'participant is bound, listed, affected, exempted or subject of this {}', kind
) as message
from restrictions
-- A statute that empowers restrictions binds nobody by itself.
where kind <> 'legal_basis'
    and record not in (
        select record from scope
        where axis in ('destination', 'origin', 'person', 'end_user', 'seat', 'sector')
        union all
        select record from participants
        where role in ('bound', 'listed', 'affected', 'exempted', 'subject')
    )
