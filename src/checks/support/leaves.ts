export * from '../../scoring/sheet/leaves';
