-- WAIVE001 error: A waiver waives a finding that is there
-- why: a waiver without a finding hides the next fault of that rule in the record
-- mend: remove the waiver; if the finding moved, correct the waiver's path
select waivers.record, '/waivers/' || place as path, format(
    'nothing is found by {}{}', waivers.rule, coalesce(' at ' || waivers.path, '')
) as message
from waivers
where not exists (
    from raised
    where raised.rule = waivers.rule and raised.record = waivers.record
        and (waivers.path is null or waivers.path = raised.path)
)
