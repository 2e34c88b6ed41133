export * from '../../workbook/memo';
