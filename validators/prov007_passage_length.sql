-- PROV007 error: A cited passage has 8 to 200 words, or at least 16 where most are ideographs
-- why: a shorter passage stands in many documents and proves nothing, a longer one does not say
--   which sentence is meant
-- mend: take the fingerprint of the sentence or two that state the claim, with `statecraft cite`
with limits as (
    select citations.*, language,
        if(regexp_matches(language, '^(zh|ja|yue)\b'), 16, 8) as fewest, 200 as most
    from citations join sources on sources.record = citations.source
)
select record, '/citations/' || citation || '/fingerprint/words' as path, format(
    'the passage has {} words; a passage in {} has {} to {}',
    fingerprint_words, language, fewest, most
) as message
from limits
where fingerprint_words not between fewest and most
