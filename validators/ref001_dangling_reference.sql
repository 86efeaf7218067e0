-- REF001 error: A reference leads to a record that exists
-- why: a dangling reference breaks the foreign keys, the links of the site and every reader's
--   trust in the rest
-- mend: correct the reference, or add the missing record in the same pull request; for an id
--   that was given up, name the record that data/redirects.yaml leads to
with referring as (
    select record, path || '/party' as path, party as target from participants
    union all select record, path || '/by', by_record from events
    union all select record, path || '/party', party from quantities
    union all select record, path || '/to', to_record from links
    union all select record, '/citations/' || citation || '/source', source from citations
    union all select record, '/citations/' || citation || '/attributed_to/' || place, actor
    from attributions
    union all select record, '/issued_by/' || place, actor from issuers
    union all select record, '/derived_from/' || place, derived_from from derivations
    union all select record, '/copy_of', copy_of from sources
    union all select record, '/translation_of', translation_of from sources
    union all select null, 'exchange-rates', source from rates
    union all select null, 'gdp-deflators', source from deflators
),
dangling as (
    select distinct * from referring
    where target is not null
        and target not in (select record from records)
        and target not in (select record from unread)
),
nearest as (
    select target, max_by(
        records.record,
        (-damerau_levenshtein(record_id, split_part(target, '/', 2)), records.record)
    ) as record
    from (select distinct target from dangling)
    join records on record_type = split_part(target, '/', 1)
    where damerau_levenshtein(record_id, split_part(target, '/', 2)) <= 1 + length(target) // 8
    group by target
)
select dangling.record, if(dangling.record is null, null, dangling.path) as path, format(
    '{} is not in the dataset{}',
    dangling.target,
    case
        when redirects.to_record is not null
            then format('; it is now {}', redirects.to_record)
        when redirects.record is not null then '; it was withdrawn'
        when nearest.record is not null then format('; did you mean {}?', nearest.record)
        else ''
    end
    || case
        when dangling.record is null then format(' (in data/reference/{}.csv)', dangling.path)
        else ''
    end
) as message
from dangling
left join redirects on redirects.record = dangling.target
left join nearest using (target)
