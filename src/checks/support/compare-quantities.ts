export * from '../../scoring/sheet/compare-quantities';
