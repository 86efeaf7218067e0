-- TIME006 error: A record is reviewed on the day it was added or later
-- why: the latest of these days is the release's own day, for which every status is computed
-- mend: correct `curation`; a new record has the same day in both fields
select record, '/curation/reviewed' as path,
    format('reviewed on {}, before it was added on {}', reviewed, added) as message
from records
where reviewed < added
