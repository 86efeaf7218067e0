-- REF007 error: A redirected id has no record of its own
-- why: an id means one thing for ever; a record under a redirected id would be two things
-- mend: remove the redirect if the record stands again, or give the record a new id
select redirects.record, '/id' as path, format(
    'data/redirects.yaml says that {} was {}, and yet there is a record',
    redirects.record, redirects.reason
) as message
from redirects join records using (record)
