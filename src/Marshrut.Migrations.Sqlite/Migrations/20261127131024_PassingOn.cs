using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Marshrut.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class PassingOn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "pass_on_to",
                table: "transfer_items",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "pass_on_words",
                table: "transfer_items",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "passed_on_as",
                table: "transfer_items",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "pass_on_to",
                table: "transfer_items");

            migrationBuilder.DropColumn(
                name: "pass_on_words",
                table: "transfer_items");

            migrationBuilder.DropColumn(
                name: "passed_on_as",
                table: "transfer_items");
        }
    }
}
