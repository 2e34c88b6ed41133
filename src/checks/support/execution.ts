export * from '../../scoring/sheet/execution';
