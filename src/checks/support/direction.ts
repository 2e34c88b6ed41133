export * from '../../scoring/sheet/direction';
