import type { CodePageModel } from '../figures/codePage.ts';
import { type KnownObject, type PackedJson, packJson, unpackJson } from './packedJson.ts';

/**
 * The kinds of objects in a code's page, so that thousands of files need not carry their keys, nor texts that most of
 * them have. A list that falls behind the model costs bytes and nothing else;
 * the test of the page's model says when it does.
 */
const knownObjects = [
  'kind=value,value',
  'kind=absent,reason,detail',
  'level=low,reasons',
  'level=insufficient,reasons',
  'id,date',
  'head,here,nation',
  'code,place,release,placesWithRates,years,medicareYears,hasRates,hasPublished,notes',
  'code,codeType=CPT,title,family,timing=timed,unitMinutes,status=active,replacedBy,note,keywords',
  'code,codeType,title,family,timing,unitMinutes,status,replacedBy,note,keywords',
  'benchmark,medicare',
  'benchmark',
  'places,rows',
  'id,name,n,mean,median',
  'place,topic,note,source,standing,date',
  'code,place,scope,providerName,bucaPresent,places,providers,releaseStates,files,rows,selection',
  'line=Commercial,site=hospital,basis=providers,vintage,leftOutRows=out,methodology,modifier,providerType,provider,outliers=in,definition=type7',
  'from,to',
  'count,firstYear,lastYear',
  'id,name,n,providers,rates,mean,p25,median,p75,spread,percentOfMedicare,comparedVotes,grade,fewAmounts,flaggedOutVotes',
  'level,reasons',
  'rule=few-votes,n',
  'rule=vintage-spread,years',
  'rule=soft-methodology,firmShare',
  'rule=large-provider,share',
  'counted,leftOut,wouldCount',
  'line,site,vintage,provider-type,provider,methodology,modifier,code-type,contradicts-file,assistant',
  'year,place,localities,percentOfMedicare,mean,p25,median,p75,spread',
].map(
  (keys): KnownObject =>
    Object.fromEntries(
      keys.split(',').map((key) => {
        const [name = '', fixed = null] = key.split('=');
        return [name, fixed];
      }),
    ),
);

/** A code's page as its file carries it. */
export function packCodePage(model: CodePageModel): PackedJson {
  return packJson(model, knownObjects);
}

/** The same, read back: what our own build wrote. */
export function readCodePage(packed: PackedJson): CodePageModel {
  return unpackJson(packed, knownObjects) as CodePageModel;
}
