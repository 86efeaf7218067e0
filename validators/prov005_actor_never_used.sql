-- PROV005 warning: Every actor plays a part in another record
-- why: an actor that nothing refers to is often a double of one that is referred to
-- mend: name it where it takes part, or remove the file
with used as (
    select party as actor from participants where party is not null
    union all select party from quantities where party is not null
    union all select by_record from events where by_record is not null
    union all select to_record from links
    union all select links.record from links
    union all select actor from attributions
    union all select actor from issuers
),
publishers as (select lower(publisher) as name from sources where publisher is not null),
known_as as (
    select record, lower(name) as name from records
    union all select record, lower(text) from names
)
select record, null as path, format('{} is referred to nowhere', record) as message
from actors
where record not in (from used)
    and record not in (select record from known_as semi join publishers using (name))
    and not exists (from unread)
