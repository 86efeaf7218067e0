-- PROV003 error: Every citation is used by a claim
-- why: an unused citation is what is left of a claim that went missing, or of a label mistyped
-- mend: cite it where it belongs, or remove it
select record, '/citations/' || citation as path,
    format('citation {} is used by no claim of this record', citation) as message
from citations anti join cites using (record, citation)
