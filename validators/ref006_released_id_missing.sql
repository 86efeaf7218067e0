-- REF006 error: An id that a release has carried never disappears
-- why: others have cited it; a record that was wrong or merged stays as a redirect with its reason
-- mend: bring the record back, or say in data/redirects.yaml what became of it
select null as record, null as path, format(
    'data/released.csv: {} was released in {} and is neither a record nor a redirect',
    record, version
) as message
from released
where record not in (
    select record from records
    union all select record from redirects
    union all select record from unread
)
