-- PROV014 error: A source can be found again
-- why: a passage that nobody can look up proves nothing, whatever its fingerprint
-- mend: give the address, or publisher and day of publication; for a text without either, its
--   fingerprint in `text`, by which an archive recognises it
select record, null as path,
    'neither an address, nor publisher and date, nor a fingerprint of the text' as message
from sources
where url is null
    and (publisher is null or published is null)
    and text_sha256 is null
