-- KEY001 error: A primary key stands in its table once
-- why: tables are joined on these keys; a key that comes twice doubles every row it meets
-- mend: remove the double row; in the files of data/reference/ and in data/released.csv a
--   currency and year, or a record, has one line
with keys(in_table, record, key) as (
    select 'records', record, record from records
    union all select 'initiatives', record, record from initiatives
    union all select 'funds', record, record from funds
    union all select 'targets', record, record from targets
    union all select 'restrictions', record, record from restrictions
    union all select 'observations', record, record from observations
    union all select 'actors', record, record from actors
    union all select 'sources', record, record from sources
    union all select 'claims', record, claim from claims
    union all select 'names', record, claim from names
    union all select 'participants', record, claim from participants
    union all select 'scope', record, claim from scope
    union all select 'events', record, claim from events
    union all select 'quantities', record, claim from quantities
    union all select 'findings_in_words', record, claim from findings_in_words
    union all select 'references', record, claim from "references"
    union all select 'links', record, claim from links
    union all select 'parts', record, concat_ws(' ', record, part) from parts
    union all select 'citations', record, concat_ws(' ', record, citation) from citations
    union all select 'cites', record, concat_ws(' ', claim, stance, alternative, citation)
    from cites
    union all select 'domains', record, concat_ws(' ', record, domain) from domains
    union all select 'jurisdictions', record, concat_ws(' ', record, jurisdiction)
    from jurisdictions
    union all select 'codes', record, concat_ws(' ', claim, excluded, code) from codes
    union all select 'attributions', record, concat_ws(' ', record, citation, place)
    from attributions
    union all select 'issuers', record, concat_ws(' ', record, place) from issuers
    union all select 'derivations', record, concat_ws(' ', record, place) from derivations
    union all select 'waivers', record, concat_ws(' ', record, place) from waivers
    union all select 'vocabularies', null, concat_ws(' ', vocabulary, term) from vocabularies
    union all select 'constraints', null, concat_ws(' ', vocabulary, term, aspect, admits)
    from constraints
    union all select 'measures', null, measure from measures
    union all select 'rates', null, concat_ws(' ', currency, year) from rates
    union all select 'deflators', null, concat_ws(' ', currency, year) from deflators
    union all select 'redirects', null, record from redirects
    union all select 'released', null, record from released
)
select record, null as path, format(
    '{} stands {} times in the table {}', key, count(*), in_table
) as message
from keys
group by in_table, record, key
having count(*) > 1
