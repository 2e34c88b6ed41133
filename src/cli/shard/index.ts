export { type BudgetLine, type EndLine, type KeptEntry, type KeptLine, type PassedFiles, SHARD_BEGINS, type ShardLine } from './lines';
export { MOST_SHARDS, walkPlace, type Shard, shardFrom, inShard } from './shard';
