using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Marshrut.Migrations.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class CuratorBefore : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "curator_before",
                table: "case_entries",
                type: "bigint",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "curator_before",
                table: "case_entries");
        }
    }
}
