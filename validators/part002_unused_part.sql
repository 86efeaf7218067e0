-- PART002 warning: A part that a record defines has a claim of its own
-- why: a part exists because it differs in date, number or fate, and a claim says in which
-- mend: name the part in the claim that concerns it, or remove the part
with used as (
    select record, part from names
    union all select record, part from participants
    union all select record, part from scope
    union all select record, part from events
    union all select record, part from quantities
    union all select record, part from findings_in_words
    union all select record, part from "references"
    union all select record, part from links
)
select record, '/parts/' || part as path,
    format('no claim concerns part {}', part) as message
from parts anti join used using (record, part)
