import { FileHost } from '../../../src/hosts/file';
import { contractBytes } from './bytes';
import { hostContract } from './contract';

hostContract('file', async () => ({ host: new FileHost(await contractBytes(), { name: '评分表.xlsx' }) }));
